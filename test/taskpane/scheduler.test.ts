import { MessageChannel } from "node:worker_threads";
import { runInSlices } from "../../src/taskpane/scheduler";

/** A clock that goes on by 10 ms whenever it is asked. */
function slowClock() {
  let at = 0;
  return () => (at += 10);
}

function* counting(to: number, ended?: () => void): Generator<number, string> {
  try {
    for (let at = 1; at <= to; at += 1) yield at;
    return "done";
  } finally {
    ended?.();
  }
}

describe("长时间的检查分小段进行", () => {
  it("做完后给出结果", async () => {
    await expect(runInSlices(counting(5))).resolves.toBe("done");
  });

  it("每一小段之间让出时间，并报告进度", async () => {
    const heard: number[] = [];
    let othersTurn = 0;
    const others = new MessageChannel();
    others.port1.on("message", () => (othersTurn += 1));
    await runInSlices(counting(30), {
      now: slowClock(),
      onStep: (step) => {
        heard.push(step);
        others.port2.postMessage(null);
      },
    });
    others.port1.close();
    expect(othersTurn).toBeGreaterThan(0);
    expect(heard.length).toBeGreaterThan(5);
    expect(heard.at(-1)).toBeLessThanOrEqual(30);
    expect([...heard].sort((a, b) => a - b)).toEqual(heard);
  });

  it("取消后不再做下去，生成器自己收尾", async () => {
    const cancel = new AbortController();
    const ended = jest.fn();
    const reached: number[] = [];
    const work = runInSlices(counting(1000, ended), {
      now: slowClock(),
      signal: cancel.signal,
      onStep: (step) => {
        reached.push(step);
        if (reached.length === 2) cancel.abort(new Error("stop"));
      },
    });
    await expect(work).rejects.toThrow("stop");
    expect(reached).toHaveLength(2);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it("检查自己的错误原样传出", async () => {
    function* failing(): Generator<number, string> {
      yield 1;
      throw new Error("broken");
    }
    await expect(runInSlices(failing())).rejects.toThrow("broken");
  });
});
