/**
 * Office.Document.getFileAsync, File.getSliceAsync and File.closeAsync as the client asks for them: method calls of the older
 * kind, known by a number, with numbered arguments. The file is made when it is asked for, and kept until it is closed.
 */
import { HostError } from "./errors";

/** The client's numbers of the three calls. */
const OPEN = 77;
const SLICE = 80;
const CLOSE = 81;

/** office.js' own numbers for what may go wrong. */
const FAILED = 5001;
const REFUSED: Readonly<Record<string, number>> = {
  AccessDenied: 7000,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};
const KIND_NOT_SUPPORTED = 1009;
const TOO_MANY_IN_MEMORY = 11000;
const BAD_SLICE_SIZE = 11002;
const BAD_INDEX = 5008;

/** "No more than two documents are allowed to be in memory; otherwise the getFileAsync operation will fail." */
const MOST_IN_MEMORY = 2;
const LARGEST_SLICE = 4 * 1024 * 1024;
/** Text, Compressed, Pdf: Excel gives a workbook compressed. */
const COMPRESSED = 1;

type MethodAnswer = Readonly<Record<string, unknown>>;

interface OpenCopy {
  readonly bytes: Uint8Array;
  readonly sliceSize: number;
}

export const isDocumentCall = (dispatchId: number): boolean => [OPEN, SLICE, CLOSE].includes(dispatchId);

export class DocumentCopies {
  private readonly copies = new Map<number, OpenCopy>();
  private next = 1;

  /** @param save the workbook as a file, as it is now. @param mayPass throws where the call is to fail. */
  constructor(
    private readonly save: () => Uint8Array,
    private readonly mayPass: () => void,
  ) {}

  /** How many files are in memory. */
  get count(): number {
    return this.copies.size;
  }

  answer(dispatchId: number, args: Readonly<Record<string, unknown>>): MethodAnswer {
    try {
      this.mayPass();
      if (dispatchId === OPEN) return this.open(Number(args["0"]), Number(args["1"]));
      if (dispatchId === SLICE) return this.slice(Number(args["2"]), Number(args["3"]));
      return this.close(Number(args["2"]));
    } catch (error) {
      return { Error: error instanceof HostError ? (REFUSED[error.code] ?? FAILED) : FAILED };
    }
  }

  private open(kind: number, sliceSize: number): MethodAnswer {
    if (kind !== COMPRESSED) return { Error: KIND_NOT_SUPPORTED };
    if (!(sliceSize > 0 && sliceSize <= LARGEST_SLICE)) return { Error: BAD_SLICE_SIZE };
    if (this.copies.size >= MOST_IN_MEMORY) return { Error: TOO_MANY_IN_MEMORY };
    const handle = this.next;
    const bytes = this.save();
    this.next += 1;
    this.copies.set(handle, { bytes, sliceSize });
    return { Error: 0, 0: handle, 1: bytes.length };
  }

  private slice(handle: number, index: number): MethodAnswer {
    const copy = this.copies.get(handle);
    if (copy === undefined) return { Error: FAILED };
    const from = index * copy.sliceSize;
    if (!(from >= 0 && from < copy.bytes.length)) return { Error: BAD_INDEX };
    const data = [...copy.bytes.subarray(from, from + copy.sliceSize)];
    return { Error: 0, 0: data, 1: data.length };
  }

  private close(handle: number): MethodAnswer {
    return { Error: this.copies.delete(handle) ? 0 : FAILED };
  }
}
