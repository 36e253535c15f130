/**
 * The conversation between the page and the add-in's frame, exactly as office.js holds it: JSON texts by postMessage. The
 * library's own checks of origin and conversation are left to it.
 */
import { z } from "zod/mini";
import type { Answer } from "../excel-host";
import type { EventEntry } from "../objects/events";
import { type DocumentCopies, isDocumentCall } from "../protocol/document-copies";

const CONVERSATION = "conv-1";
const ADD_IN = "addin-1";

const message = z.object({
  _messageType: z.number(),
  _actionName: z.string(),
  _actionType: z.optional(z.nullable(z.number())),
  _conversationId: z.optional(z.nullable(z.string())),
  _correlationId: z.optional(z.nullable(z.union([z.number(), z.string()]))),
  _data: z.optional(z.unknown()),
});
type Message = z.infer<typeof message>;

const methodCall = z.object({
  DdaMethod: z.object({ DispatchId: z.number() }),
  ArrayData: z.optional(z.array(z.unknown())),
});

const RICH_API = 93;
/** Calls that need no doing here: saving of settings, and a ribbon command that has ended. Others fail, as what is not there should. */
const ACKNOWLEDGED = new Set([76, 94]);
const REGISTER = 1;
const UNREGISTER = 2;
/** office.js' own numbers for requests and responses that are too large, and for anything else that failed. */
const FAILURES: Readonly<Record<string, number>> = { RequestPayloadSizeLimitExceeded: 5103, ResponsePayloadSizeLimitExceeded: 5104 };
const GENERAL_FAILURE = 5001;

export interface WireOptions {
  /** The add-in's page. */
  readonly source: string;
  readonly fileName: string;
  readonly requirementSets: Readonly<Record<string, string>>;
  answer(body: string, flags: number, partition: string): Promise<Answer>;
  readonly copies: DocumentCopies;
  /** The language of Excel's own words. */
  readonly locale: string;
}

/** What office.js asks first: who and where it is. */
const appContext = ({ fileName, requirementSets, locale }: WireOptions): Record<string, unknown> => ({
  _id: ADD_IN,
  _appName: 16,
  _appVersion: "16.0",
  _appUILocale: locale,
  _dataLocale: "zh-CN",
  _docUrl: `${location.origin}/${encodeURIComponent(fileName)}`,
  _clientMode: 0,
  _settings: [],
  _reason: "documentOpened",
  _osfControlType: 2,
  _correlationId: "workbench",
  _appInstanceId: ADD_IN,
  _appMinorVersion: 1,
  _requirementMatrix: JSON.stringify(requirementSets),
  _initialDisplayMode: 2,
});

/** A frame in which office.js finds its host; a new one for each workbook. */
function newFrame({ source, locale }: WireOptions): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.name = JSON.stringify({
    baseFrameName: "f1",
    hostInfo: `Excel$Web$16.01$${locale}$$$disableLogging$3`,
    xdmInfo: `${CONVERSATION}|${ADD_IN}|${location.origin}`,
    serializerVersion: "1",
    flights: "[]",
  });
  frame.src = source;
  return frame;
}

export class AddinWire {
  readonly frame: HTMLIFrameElement;
  private readonly subscriptions = new Map<string, Message>();
  /** Rich events that came before the client listens. */
  private early: EventEntry[] = [];
  private readonly listener = (event: MessageEvent): void => this.receive(event);

  constructor(private readonly options: WireOptions) {
    this.frame = newFrame(options);
    addEventListener("message", this.listener);
  }

  close(): void {
    removeEventListener("message", this.listener);
    this.frame.remove();
  }

  private post(parts: Record<string, unknown>): void {
    const whole = { _messageType: 1, _origin: location.origin, _serializerVersion: 1, _errorCode: 0, ...parts };
    this.frame.contentWindow?.postMessage(JSON.stringify(whole), location.origin);
  }

  private reply({ _actionName, _conversationId, _correlationId }: Message, data: unknown): void {
    this.post({ _actionName, _conversationId, _correlationId, _responseType: 0, _data: data });
  }

  private push(name: string, data: unknown): boolean {
    const subscription = this.subscriptions.get(name);
    if (subscription === undefined) return false;
    const { _actionName, _conversationId, _correlationId } = subscription;
    this.post({ _actionName, _conversationId, _correlationId, _responseType: 1, _data: data });
    return true;
  }

  /** Sends events of the workbook and calls of custom functions. */
  emit(entries: readonly EventEntry[]): void {
    if (!this.push("richApiMessage", { ArrayData: entries })) this.early.push(...entries);
  }

  /** A ribbon button that runs a function. False where the add-in does not listen (yet). */
  runCommand(controlId: string, functionName: string): boolean {
    return this.push("appCommandInvoked", [controlId, functionName, JSON.stringify({ source: { id: controlId } })]);
  }

  private receive(event: MessageEvent): void {
    if (event.source !== this.frame.contentWindow || event.origin !== location.origin || typeof event.data !== "string") return;
    const parsed = message.safeParse(readJson(event.data));
    if (!parsed.success || parsed.data._messageType !== 0) return;
    void this.handle(parsed.data);
  }

  private async handle(request: Message): Promise<void> {
    if (request._actionType === REGISTER) return this.register(request);
    if (request._actionType === UNREGISTER) {
      this.subscriptions.delete(request._actionName);
      return this.reply(request, { Error: 0 });
    }
    switch (request._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return this.reply(request, appContext(this.options));
      case "ContextActivationManager_notifyHost":
        return;
      case "executeMethod":
        return this.execute(request);
      default:
        return this.reply(request, null);
    }
  }

  private register(request: Message): void {
    this.subscriptions.set(request._actionName, request);
    this.reply(request, { Error: 0 });
    const early = request._actionName === "richApiMessage" ? this.early.splice(0) : [];
    if (early.length > 0) this.emit(early);
  }

  private async execute(request: Message): Promise<void> {
    const call = methodCall.safeParse(request._data);
    if (!call.success) return this.reply(request, { Version: 1, Error: GENERAL_FAILURE });
    const { DispatchId } = call.data.DdaMethod;
    if (isDocumentCall(DispatchId)) {
      const numbered = typeof request._data === "object" && request._data !== null ? Object.fromEntries(Object.entries(request._data)) : {};
      return this.reply(request, { Version: 1, ...this.options.copies.answer(DispatchId, numbered) });
    }
    if (DispatchId !== RICH_API) return this.reply(request, { Version: 1, Error: ACKNOWLEDGED.has(DispatchId) ? 0 : GENERAL_FAILURE });
    const [partition, , , , body, , flags] = call.data.ArrayData ?? [];
    const answer = await this.options.answer(
      String(body),
      typeof flags === "number" ? flags : 0,
      typeof partition === "string" ? partition : "",
    );
    this.reply(request, answerData(answer));
  }
}

const answerData = (answer: Answer): unknown =>
  answer.ok ? { Version: 1, Error: 0, Data: [200, [], answer.body] } : { Version: 1, Error: FAILURES[answer.code] ?? GENERAL_FAILURE };

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
