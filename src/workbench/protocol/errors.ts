/**
 * The errors with which Excel answers a request: their codes, HTTP statuses and Excel's own wording (errors.json).
 * Only what crosses the wire belongs here; these texts are part of the simulation, a clerk never reads them.
 */
import catalogue from "./errors.json";

export type HostErrorCode = keyof typeof catalogue;

/** Thrown by an object of the host; the processor turns it into the response's Error. */
export class HostError extends Error {
  readonly status: number;

  /** @param detail what exactly was wrong, added in brackets so that a failing test says more than Excel would. */
  constructor(
    readonly code: HostErrorCode,
    detail?: string,
  ) {
    super(detail === undefined ? catalogue[code].message : `${catalogue[code].message} (${detail})`);
    this.name = "HostError";
    this.status = catalogue[code].status;
  }
}

/** Whether a text is one of the codes that this host can answer with. */
export const isHostErrorCode = (code: string): code is HostErrorCode => Object.hasOwn(catalogue, code);

/** Every code, for the page's fault menu. */
export const hostErrorCodes: readonly HostErrorCode[] = Object.keys(catalogue).filter(isHostErrorCode);
