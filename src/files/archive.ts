/**
 * The parts of a zipped workbook, unpacked within bounds. Sizes are read from the archive's directory first, so that a
 * zip bomb is refused before anything is unpacked, and counted again while unpacking, since a directory can lie.
 */
import { Inflate } from "fflate";
import type { Limits } from "./limits";

export type ArchiveFault = "broken" | "encrypted" | "too-large";

export class ArchiveError extends Error {
  constructor(
    readonly fault: ArchiveFault,
    cause?: unknown,
  ) {
    super(fault, { cause });
  }
}

export type Parts = ReadonlyMap<string, Uint8Array>;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header stands. */
  readonly at: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const LONGEST_COMMENT = 65_535;
/** Packed bytes handed to the decompressor at once: it may give a thousand times as much back. */
const PIECE = 16_384;

/** The part by which an Office package is known. */
export const CONTENT_TYPES = "[Content_Types].xml";

/** Parts that hold no cells, and whose absence the library does not mind. */
const UNREAD =
  /^xl\/(?:media|drawings|charts|embeddings|printerSettings|pivotCache|pivotTables|externalLinks|comments|threadedComments|slicers|theme|activeX|ctrlProps|model|calcChain)|^(?:Pictures|Thumbnails|Object|docProps)/i;

function isRead(name: string): boolean {
  if (UNREAD.test(name)) return false;
  return /\.(?:xml|rels)$/i.test(name) || /^xl\/(?:worksheets\/|chartsheets\/)?[^/]+\.bin$/i.test(name) || name === "mimetype";
}

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - LONGEST_COMMENT);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new ArchiveError("broken");
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { readonly entry: Entry; readonly next: number } {
  if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new ArchiveError("broken");
  const flags = view.getUint16(at + 8, true);
  if ((flags & 1) === 1) throw new ArchiveError("encrypted");
  const nameLength = view.getUint16(at + 28, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const entry = {
    // Some programs write Windows paths, some a leading slash, some all letters small.
    name: name
      .replaceAll("\\", "/")
      .replace(/^\//, "")
      .replace(/^\[content_types\]\.xml$/i, CONTENT_TYPES),
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
  return { entry, next };
}

function readDirectory(bytes: Uint8Array, view: DataView, limits: Limits): Entry[] {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.parts) throw new ArchiveError("too-large");
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let read = 0; read < count; read += 1) {
    const { entry, next } = readEntry(bytes, view, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

function packedBytes(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  if (view.getUint32(entry.at, true) !== LOCAL_ENTRY) throw new ArchiveError("broken");
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  if (start + entry.packed > bytes.length) throw new ArchiveError("broken");
  return bytes.subarray(start, start + entry.packed);
}

/** Unpacks one part into the size that the directory gave; one that turns out larger is refused at once. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  const progress = { length: 0, ended: false };
  const stream = new Inflate((chunk, final) => {
    if (progress.length + chunk.length > size) throw new ArchiveError("broken");
    whole.set(chunk, progress.length);
    progress.length += chunk.length;
    progress.ended = final;
  });
  for (let at = 0; at < packed.length; at += PIECE) {
    stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  }
  if (!progress.ended || progress.length !== size) throw new ArchiveError("broken");
  return whole;
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const packed = packedBytes(bytes, view, entry);
  if (entry.method === 0) return packed;
  if (entry.method === 8) return inflate(packed, entry.unpacked);
  throw new ArchiveError("broken");
}

/**
 * The parts that are read of a workbook, by name. Throws an `ArchiveError` and nothing else.
 */
export function openArchive(bytes: Uint8Array, limits: Limits): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = readDirectory(bytes, view, limits).filter((entry) => isRead(entry.name));
    const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
    if (total > limits.unpackedBytes) throw new ArchiveError("too-large");
    return new Map(entries.map((entry) => [entry.name, unpack(bytes, view, entry)]));
  } catch (fault) {
    // A directory that points outside of the file makes DataView throw a RangeError, a damaged part the decompressor.
    throw fault instanceof ArchiveError ? fault : new ArchiveError("broken", fault);
  }
}
