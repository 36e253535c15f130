/**
 * The bridge over which the genuine client talks when it runs in Node (its global `_richApiNativeBridge`): JSON texts both ways.
 */
import { z } from "zod/mini";
import type { ExcelHost } from "../excel-host";

const envelope = z.object({ id: z.number(), type: z.number(), flags: z.optional(z.number()), message: z.object({ body: z.unknown() }) });

export interface NodeBridge {
  sendMessageToHost(text: string): void;
  /** Set by the client. */
  onMessageFromHost(text: string): void;
}

/** Connects a host with a client that will be loaded with this bridge. */
export function nodeBridge(host: ExcelHost): NodeBridge {
  const bridge: NodeBridge = {
    sendMessageToHost: (text) => void reply(text),
    onMessageFromHost: () => undefined,
  };
  async function reply(text: string): Promise<void> {
    const { id, flags, message } = envelope.parse(JSON.parse(text));
    const body = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
    const answer = await host.answer(body, flags ?? 0);
    const response = answer.ok
      ? { statusCode: 200, headers: {}, body: answer.body }
      : { statusCode: 400, headers: {}, body: JSON.stringify({ error: { code: answer.code, message: answer.message } }) };
    setImmediate(() => bridge.onMessageFromHost(JSON.stringify({ id, type: 2, message: response })));
  }
  host.emit = (entries) => {
    setImmediate(() => bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries } })));
  };
  return bridge;
}
