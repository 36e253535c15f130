/**
 * The fault switch: makes the n-th call of the host, or every use of one member, fail with an error of Excel's, so that
 * tests and people trying the add-in out can see what it does then.
 */
import { HostError, type HostErrorCode } from "./errors";

interface CallFault {
  readonly call: number;
  readonly code: HostErrorCode;
}

export class Faults {
  private calls: CallFault[] = [];
  private readonly byMember = new Map<string, { code: HostErrorCode; left: number }>();

  /** Fails one request; counted from the host's first. */
  failCall(call: number, code: HostErrorCode): void {
    this.calls.push({ call, code });
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
    this.byMember.clear();
  }

  /** Throws where this request is to fail. */
  strikeCall(call: number): void {
    const fault = this.calls.find((planted) => planted.call === call);
    if (fault !== undefined) throw new HostError(fault.code, "planted fault");
  }

  /** Throws where this member is to fail. */
  strikeMember(className: string, member: string): void {
    if (this.byMember.size === 0) return;
    const name = `${className}.${member}`.toLowerCase();
    const fault = this.byMember.get(name);
    if (fault === undefined) return;
    fault.left -= 1;
    if (fault.left <= 0) this.byMember.delete(name);
    throw new HostError(fault.code, "planted fault");
  }
}
