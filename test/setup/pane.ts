/**
 * What jsdom lacks and the pane's components need. Stands before each test of test/taskpane; holds nothing of the product.
 */
import { TextDecoder, TextEncoder } from "node:util";

class NoResizeObserver implements ResizeObserver {
  observe(): void {
    /* jsdom lays nothing out, so nothing ever changes its size */
  }
  unobserve(): void {
    /* see observe */
  }
  disconnect(): void {
    /* see observe */
  }
}

Object.assign(globalThis, {
  ResizeObserver: globalThis.ResizeObserver ?? NoResizeObserver,
  TextEncoder,
  TextDecoder,
  structuredClone: globalThis.structuredClone ?? ((value: unknown): unknown => JSON.parse(JSON.stringify(value))),
});
