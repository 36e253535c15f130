/**
 * The simulated Excel as a whole: takes a request's text, answers with a response's text. Whoever carries the texts
 * (the Node bridge of the tests, the page's messages) and whatever grid lies under it, this is the same.
 */
import type { Book } from "./book";
import type { GridEvent, GridValue } from "./grid/grid";
import type { Area } from "./grid/area";
import { cellsOf } from "./grid/area";
import type { Context } from "./objects/context";
import { CreatedWorkbooks, WEB_PARTITION } from "./objects/created-workbooks";
import { entriesFor, type EventEntry } from "./objects/events";
import { range } from "./objects/range";
import { workbook } from "./objects/workbook";
import { savedBook } from "./files/save/save-book";
import { DocumentCopies } from "./protocol/document-copies";
import { HostError, type HostErrorCode } from "./protocol/errors";
import { Faults } from "./protocol/faults";
import type { ClientMembers } from "./protocol/members";
import { HostObject } from "./protocol/object";
import { processQuery, type ProcessorHost, References } from "./protocol/processor";
import { ActionType, parseRequest, type QueryRequest, type QueryResponse } from "./protocol/wire";

/** Excel on the web takes and gives no more than this many bytes at once. */
const PAYLOAD_BOUND = 5 * 1024 * 1024;
/** The request flag by which Excel.run({delayForCellEdit: true}) asks to wait. */
const DELAY_FOR_CELL_EDIT = 64;

/** What the carrier sends back: a body, or the code of a failure of the whole request. */
export type Answer =
  { readonly ok: true; readonly body: string } | { readonly ok: false; readonly code: HostErrorCode; readonly message: string };

/** The newest requirement sets that the npm client knows, so that run-time tests for newer ones take their other path. */
export const requirementSets: Readonly<Record<string, string>> = {
  ExcelApi: "1.15",
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.4",
  CustomFunctions: "1.9",
  DelayForCellEdit: "1.1",
  RibbonApi: "1.1",
  RichApiRuntime: "1.1",
  Selection: "1.1",
  Settings: "1.1",
};

const bytesOf = (text: string): number => (text.length > PAYLOAD_BOUND ? text.length : new TextEncoder().encode(text).length);

/** What the client asks by itself: for its services, and to let go of references after a run. It counts as no call. */
const isHousekeeping = ({ Actions, ObjectPaths }: QueryRequest): boolean =>
  Object.values(ObjectPaths).some((path) => path.Name?.startsWith("Microsoft.") === true) ||
  Actions.every((action) => action.ActionType === ActionType.instantiate || action.Name === "_RemoveReference");

export class ExcelHost implements ProcessorHost {
  readonly faults = new Faults();
  readonly references = new References();
  readonly created = new CreatedWorkbooks();
  /** The files that the add-in takes of the workbook. */
  readonly documents = new DocumentCopies(
    () => savedBook(this.book, this.functionNamespace),
    () => this.mayPass(),
  );
  /** Number of requests of the add-in (not the client's own housekeeping); what "as few syncs as needed" is measured by. */
  calls = 0;
  /** Every request's actions, newest last, for tests that look at the wire. */
  readonly log: { readonly request: string; readonly response: string }[] = [];
  /** Where events go; set by the carrier. */
  emit: (entries: readonly EventEntry[]) => void = () => undefined;
  private editing = false;
  private readonly waiting: (() => void)[] = [];
  private readonly services = new Map<string, HostObject>();
  private readonly context: Context;
  private isAddinActing = false;

  constructor(
    readonly book: Book,
    readonly members: ClientMembers,
    /** Of the custom functions, as the manifest names it: a saved file spells it in its own way. */
    private readonly functionNamespace: string,
  ) {
    this.context = {
      book,
      created: this.created,
      subscriptions: new Set(),
      keep: (object) => this.references.keep(object),
      reference: (name) => this.references.find(name),
      release: (name) => this.references.remove(name),
      changed: (sheetId, area, before) => this.cellsChanged(sheetId, area, before),
    };
    book.grid.listen((event) => this.happened(event));
    this.offer(
      "Microsoft.InternalService.AddinInternalService",
      new HostObject("AddinInternalService", { call: { NotifyActionHandlerReady: () => null } }),
    );
  }

  /** Adds an object that the client makes by its full name. */
  offer(name: string, service: HostObject): void {
    this.services.set(name, service);
  }

  root(): HostObject {
    return workbook(this.context);
  }

  service(name: string): HostObject | undefined {
    return this.services.get(name);
  }

  /** Cell-edit mode: every request fails, except those that asked to wait. */
  get isEditing(): boolean {
    return this.editing;
  }

  set isEditing(editing: boolean) {
    this.editing = editing;
    if (!editing) for (const go of this.waiting.splice(0)) go();
  }

  /** @param flags of the request as the client sent them. @param partition the part of Excel that it is meant for. */
  async answer(body: string, flags = 0, partition = ""): Promise<Answer> {
    if (this.editing && (flags & DELAY_FOR_CELL_EDIT) !== 0) await new Promise<void>((go) => this.waiting.push(go));
    return this.answerNow(body, partition);
  }

  private answerNow(body: string, partition: string): Answer {
    try {
      if (bytesOf(body) > PAYLOAD_BOUND) throw new HostError("RequestPayloadSizeLimitExceeded");
      return { ok: true, body: this.process(body, partition) };
    } catch (error) {
      if (error instanceof HostError) return { ok: false, code: error.code, message: error.message };
      return { ok: false, code: "GeneralException", message: String(error) };
    }
  }

  private process(body: string, partition: string): string {
    const request = parseRequest(JSON.parse(body));
    const isInternal = isHousekeeping(request);
    const refused = isInternal ? undefined : this.refusal();
    this.isAddinActing = true;
    const response = JSON.stringify(refused ?? processQuery(partition === WEB_PARTITION ? this.inPartition() : this, request));
    this.isAddinActing = false;
    if (bytesOf(response) > PAYLOAD_BOUND) throw new HostError("ResponsePayloadSizeLimitExceeded");
    if (!isInternal) this.remember(body, response);
    return response;
  }

  private inPartition(): ProcessorHost {
    const { members, faults, references } = this;
    return { members, faults, references, root: () => this.created.partition(), service: (name) => this.service(name) };
  }

  /** Counts a call, and throws where it is to fail. */
  private mayPass(): void {
    this.calls += 1;
    this.faults.strikeCall(this.calls);
    if (this.editing) throw new HostError("InvalidOperationInCellEditMode");
  }

  /** The answer to a request that is refused as a whole: in cell-edit mode, or by a planted fault. */
  private refusal(): QueryResponse | undefined {
    try {
      this.mayPass();
      return undefined;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const { code, message, status } = error;
      return { Results: [], TraceIds: [], Error: { Code: code, Message: message, Location: "", ActionIndex: 0, HttpStatusCode: status } };
    }
  }

  private remember(request: string, response: string): void {
    this.log.push({ request, response });
    if (this.log.length > 50) this.log.shift();
  }

  private cellsChanged(sheetId: string, area: Area, before: GridValue): void {
    const sheet = this.book.grid.sheets().find((one) => one.id === sheetId);
    const values = cellsOf(area) === 1 && sheet !== undefined ? { before, after: sheet.content(area.top, area.left).value } : {};
    this.happened({ kind: "changed", sheetId, area, ...values });
  }

  private happened(event: GridEvent): void {
    if (event.kind === "lines") this.book.shiftLines(event.sheetId, event.change);
    const reference = (): string =>
      event.kind === "changed" || event.kind === "lines" ? this.references.keep(range(this.context, event.sheetId, event.area)) : "";
    const entries = entriesFor(this.context, event, this.isAddinActing, reference);
    if (entries.length > 0) this.emit(entries);
  }
}
