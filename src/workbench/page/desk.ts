/**
 * The desk: one open workbook in the grid, the simulated Excel on it, and the add-in's frame beside it. Opening another
 * workbook clears the desk, as Excel starts an add-in anew for each workbook.
 */
import type { FUniver } from "@univerjs/core/lib/facade";
import { Book } from "../book";
import { ExcelHost, requirementSets } from "../excel-host";
import { layParts } from "../files/lay";
import type { LoadedBook } from "../files/loaded";
import type { ClientMembers } from "../protocol/members";
import { HostObject } from "../protocol/object";
import type { FunctionsMetadata } from "./functions-metadata";
import { CustomFunctionBridge } from "./functions";
import { paintConditionalFormats } from "./paint";
import { guardGrid } from "./clerk";
import type { Manifest } from "./ribbon";
import { UniverGrid } from "./univer-grid";
import { snapshotFor } from "./univer-snapshot";
import { AddinWire } from "./wire";

export interface DeskParts {
  readonly univer: FUniver;
  readonly members: ClientMembers;
  readonly manifest: Manifest;
  readonly functions: FunctionsMetadata;
  /** The element for the add-in's frame. */
  readonly place: HTMLElement;
  /** Shows or hides the pane; the add-in may ask for it (Office.addin). */
  readonly showPane: (shown: boolean) => void;
  readonly isPaneShown: () => boolean;
  readonly locale: string;
  /** Opens a workbook that the add-in made, in a window beside this one. */
  readonly openBeside: (file: Uint8Array | null) => void;
}

/** Everything that belongs to one open workbook. */
export interface OpenBook {
  readonly unitId: string;
  readonly grid: UniverGrid;
  readonly book: Book;
  readonly host: ExcelHost;
  readonly functions: CustomFunctionBridge;
  readonly wire: AddinWire;
}

/** Office.addin.showAsTaskpane and hide. */
const appRuntime = ({ showPane, isPaneShown }: DeskParts): HostObject =>
  new HostObject("AppRuntimeService", {
    call: {
      GetAppRuntimeState: () => (isPaneShown() ? "Visible" : "Background"),
      SetAppRuntimeState: (args) => showPane(args.raw(0) === "Visible"),
    },
  });

export class Desk {
  private open: OpenBook | undefined;
  private opened = 0;
  private isPainting = false;

  constructor(private readonly parts: DeskParts) {}

  get current(): OpenBook | undefined {
    return this.open;
  }

  private clear(): void {
    if (this.open === undefined) return;
    this.open.wire.close();
    this.open.functions.dispose();
    this.open.grid.dispose();
    this.parts.univer.disposeUnit(this.open.unitId);
    this.open = undefined;
  }

  /** Puts a workbook on the desk. */
  lay(loaded: LoadedBook): OpenBook {
    const { univer, members, manifest, functions: metadata, place } = this.parts;
    this.clear();
    this.opened += 1;
    const unitId = `workbook-${this.opened}`;
    univer.createWorkbook(snapshotFor(loaded, unitId));
    const grid = new UniverGrid(univer, loaded.name);
    for (const [at, sheet] of loaded.sheets.entries()) {
      const id = grid.sheets()[at]?.id;
      if (id !== undefined && sheet.visibility === "VeryHidden") grid.setVeryHidden(id, true);
    }
    const book = new Book(grid);
    layParts(book, loaded);
    const host = new ExcelHost(book, members, manifest.namespace);
    const wire = new AddinWire({
      source: manifest.paneSource,
      fileName: loaded.name,
      requirementSets,
      answer: (body, flags, partition) => host.answer(body, flags, partition),
      copies: host.documents,
      locale: this.parts.locale,
    });
    const functions = new CustomFunctionBridge(univer, metadata, manifest.namespace, (entries) => wire.emit(entries));
    host.emit = (entries) => wire.emit(entries);
    host.created.onOpened = this.parts.openBeside;
    host.offer("Microsoft.ExcelServices.CustomFunctions", functions.service());
    host.offer("Microsoft.AppRuntime.AppRuntimeService", appRuntime(this.parts));
    functions.register();
    this.open = { unitId, grid, book, host, functions, wire };
    this.beginPainting();
    book.onDecorated = () => univer.getActiveWorkbook()?.getActiveSheet().refreshCanvas();
    place.replaceChildren(wire.frame);
    univer.getFormula().executeCalculation();
    return this.open;
  }

  private beginPainting(): void {
    if (this.isPainting) return;
    this.isPainting = true;
    paintConditionalFormats(this.parts.univer, () => this.open?.book);
    guardGrid(this.parts.univer, () => this.open);
  }
}
