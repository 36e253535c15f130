/** Findings for tests of src/excel, and how a failure is put into words; only these. */
import type { Finding } from "../../src/check/report";
import { HostFailure } from "../../src/excel/host";
import { sayHost } from "../../src/excel/say";

export function finding(cell: string, more: Partial<Finding> = {}): Finding {
  return {
    code: "score.out-of-range",
    level: "logic",
    rule: null,
    sheet: "教师",
    cell,
    subject: "张三",
    value: 21,
    expected: 20,
    message: "张三：21 分，满分 20 分",
    clause: { at: "六.1", quote: "有效评课（20分）" },
    key: cell,
    ...more,
  };
}

/** The message's id and words of the failure with which something ends; "" where it ends well. */
export async function failureOf(work: Promise<unknown>): Promise<{ id: string; words: string }> {
  try {
    await work;
    return { id: "", words: "" };
  } catch (error) {
    if (!(error instanceof HostFailure)) throw error;
    return { id: error.says.id, words: sayHost(error.says) };
  }
}
