/** 复制: puts a formula on the clipboard, and says so only where it is there. */
import { Button } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useState } from "react";
import { useSay } from "../shell/session-context";

export function CopyButton({ text }: { readonly text: string }) {
  const say = useSay();
  const [copied, setCopied] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      // Without the clipboard the formula stands there to be selected by hand; nothing is claimed.
      setCopied("");
    }
  };
  return (
    <Button size="small" appearance="subtle" icon={<CopyRegular />} onClick={() => void copy()}>
      {say(copied === text ? "formulas.copied" : "formulas.copy")}
    </Button>
  );
}
