/**
 * Runs long work in slices, so that the pane stays alive: after each slice the browser may paint, take a click, and
 * the work can be cancelled. The work is a generator; what it yields is its progress.
 */

/** A frame that takes longer than 50 ms is felt; the rest of it belongs to the browser. */
const SLICE_MS = 30;

export interface SliceOptions<S> {
  readonly onStep?: (step: S) => void;
  readonly signal?: AbortSignal;
  readonly now?: () => number;
}

/** Gives the event loop a turn. A message channel, because timers are slowed down in a hidden pane. */
export function nextTurn(): Promise<void> {
  if (typeof MessageChannel === "undefined") return new Promise((resolve) => setTimeout(resolve, 0));
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

/**
 * Runs `work` to its end. `onStep` hears the last step of each slice. Rejects with the signal's reason when cancelled,
 * after the generator's own clean-up.
 */
export async function runInSlices<S, R>(work: Generator<S, R>, options: SliceOptions<S> = {}): Promise<R> {
  const now = options.now ?? (() => performance.now());
  for (;;) {
    const end = now() + SLICE_MS;
    let turn = work.next();
    while (turn.done !== true && now() < end) turn = work.next();
    if (turn.done === true) return turn.value;
    options.onStep?.(turn.value);
    await nextTurn();
    if (options.signal?.aborted === true) {
      abandon(work);
      throw options.signal.reason;
    }
  }
}

/** Lets the generator's `finally` run; it must not hide the cancelling behind an error of its own. */
function abandon<S, R>(work: Generator<S, R>): void {
  const stopped: Generator<S, R | undefined> = work;
  stopped.return(undefined);
}
