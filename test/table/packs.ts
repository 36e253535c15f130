/** The policies the tests of this folder read forms with, as they come with the add-in. */
import lanxi from "../../src/policy/packs/lanxi-2024-autumn.json";
import zhaoqing from "../../src/policy/packs/zhaoqing-annual.json";
import { packSchema, type Pack } from "../../src/policy/schema";

export const lanxiPack: Pack = packSchema.parse(lanxi);
export const zhaoqingPack: Pack = packSchema.parse(zhaoqing);
