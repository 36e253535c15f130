/** Where the clerk is: one of the four tabs, or a view that lies over them and is left by 返回 or Esc. */
export const tabs = ["check", "statistics", "formulas", "submit"] as const;
export type Tab = (typeof tabs)[number];
export type Overlay = "mapping" | "tables" | "changes" | "rules" | "planning" | "templates" | "deadlines" | "help" | "self-test";
