/**
 * The fault switch: makes the n-th call of the host, the n-th use of any member, or every use of one member fail with an error
 * of Excel's, so that tests and people trying the add-in out can see what it does then.
 */
import { HostError, type HostErrorCode } from "./errors";

interface NumberedFault {
  readonly number: number;
  readonly code: HostErrorCode;
}

export class Faults {
  private calls: NumberedFault[] = [];
  private use: NumberedFault | undefined;
  private uses = 0;
  private lastStruck = "";
  private readonly byMember = new Map<string, { code: HostErrorCode; left: number }>();

  /** Fails one request; counted from the host's first. */
  failCall(call: number, code: HostErrorCode): void {
    this.calls.push({ number: call, code });
  }

  /** Fails one use of a member, whichever it is: the n-th from now. */
  failUse(use: number, code: HostErrorCode): void {
    this.use = { number: this.uses + use, code };
  }

  /**
   * Fails a member such as "Range.Values" or "Worksheet.Activate" (names as on the wire).
   * @param times how often; without it, until clear().
   */
  failMember(member: string, code: HostErrorCode, times = Number.POSITIVE_INFINITY): void {
    this.byMember.set(member.toLowerCase(), { code, left: times });
  }

  clear(): void {
    this.calls = [];
    this.use = undefined;
    this.byMember.clear();
    this.lastStruck = "";
  }

  /** What a planted fault struck since the last clear(): "call 3" or "Range.Values"; "" where none did. */
  get struck(): string {
    return this.lastStruck;
  }

  private strike(what: string, code: HostErrorCode): never {
    this.lastStruck = what;
    throw new HostError(code, "planted fault");
  }

  /** Throws where this request is to fail. */
  strikeCall(call: number): void {
    const fault = this.calls.find(({ number }) => number === call);
    if (fault !== undefined) this.strike(`call ${call}`, fault.code);
  }

  /** Throws where this member is to fail. */
  strikeMember(className: string, member: string): void {
    this.uses += 1;
    const name = `${className}.${member}`;
    if (this.use?.number === this.uses) this.strike(name, this.use.code);
    const fault = this.byMember.get(name.toLowerCase());
    if (fault === undefined) return;
    fault.left -= 1;
    if (fault.left <= 0) this.byMember.delete(name.toLowerCase());
    this.strike(name, fault.code);
  }
}
