/**
 * What runs in the worker: opens the workbook file that it is sent and sends it back in parcels. Packed into a script of its own
 * (reader.js, see webpack.config.js).
 */
import { answer } from "./packing";
import { arraysOf, type Order } from "./parcels";

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  for (const parcel of answer(data)) postMessage(parcel, { transfer: arraysOf(parcel) });
});
