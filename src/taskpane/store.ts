/**
 * A value that can be watched: the pane's one state, changed by actions, read by React through useSyncExternalStore.
 * Knows nothing of what it holds.
 */
export interface Store<T> {
  readonly get: () => T;
  /** Replaces the named parts and tells the listeners. */
  readonly set: (change: Partial<T>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore<T extends object>(first: T): Store<T> {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
