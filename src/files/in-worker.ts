/** Opens a workbook file in a worker that runs `reader.ts`, so that the page stays alive meanwhile. */
import type { FileWorkbook } from "./frame";
import type { Order, Parcel } from "./parcels";
import { FileProblem } from "./problem";
import { Receiving } from "./received";

/** What is needed of a worker. */
export type ReaderWorker = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

/** The worker itself failed: it could not start, ran out of memory, or has a fault of ours. The file can be read without it. */
export class WorkerFailure extends Error {}

/**
 * Has a worker open the file, and ends the worker.
 * @param order the file; its bytes are handed over
 * @throws FileProblem with a message for the clerk; WorkerFailure; the signal's reason
 */
export function openInWorker(worker: ReaderWorker, order: Order, signal?: AbortSignal): Promise<FileWorkbook> {
  const opened = new Promise<FileWorkbook>((resolve, reject) => {
    let receiving: Receiving | null = null;
    const take = (parcel: Parcel): void => {
      if (parcel.kind === "book") receiving = new Receiving(parcel);
      else if (parcel.kind === "cells") receiving?.add(parcel);
      else if (parcel.kind === "problem") reject(new FileProblem(parcel.id, parcel.values));
      else if (parcel.kind === "fault" || receiving === null) reject(new WorkerFailure(parcel.kind));
      else resolve(receiving.workbook());
    };
    worker.addEventListener("message", ({ data }: MessageEvent<Parcel>) => take(data));
    worker.addEventListener("messageerror", () => reject(new WorkerFailure("messageerror")));
    worker.addEventListener("error", (event) => {
      // Said by the rejection; not once more on the console.
      event.preventDefault();
      reject(new WorkerFailure(event.message));
    });
    signal?.addEventListener("abort", () => reject(signal.reason instanceof Error ? signal.reason : new WorkerFailure("abort")));
    signal?.throwIfAborted();
    worker.postMessage(order, [order.bytes]);
  });
  return opened.finally(() => worker.terminate());
}
