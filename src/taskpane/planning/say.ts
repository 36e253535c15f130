/** The words of 还差多少. Only this lives here. */
import { useCallback } from "react";
import { speaker } from "../../values/message";
import { useSession } from "../shell/session-context";
import enUS from "./messages/en-US.json";
import zhCN from "./messages/zh-CN.json";

type Values = Readonly<Record<string, string | number>>;
export type SayPlan = (id: keyof typeof zhCN, values?: Values) => string;

const speak = speaker({ "zh-CN": zhCN, "en-US": enUS });

export function usePlanText(): SayPlan {
  const { locale } = useSession().ports;
  return useCallback((id, values = {}) => speak({ id, values }, locale), [locale]);
}
