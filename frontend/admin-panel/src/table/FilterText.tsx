import { TextField } from "@sagashop/shared/ui";
import { type ComponentProps, useEffect, useRef, useState } from "react";

interface Props extends Omit<ComponentProps<typeof TextField>, "value" | "onChange"> {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

const PAUSE = 350;

/** A filter that is typed: it applies when the typing pauses, and at once on Enter. */
export function FilterText({ value = "", onChange, ...rest }: Props) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // Back, a saved view and links change the filter from outside.
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const send = (next: string) => {
    clearTimeout(timer.current);
    const trimmed = next.trim();
    if (trimmed !== sent.current) {
      sent.current = trimmed;
      onChange(trimmed || undefined);
    }
  };
  return (
    <TextField
      type="search"
      {...rest}
      value={text}
      onChange={(event) => {
        const next = event.target.value;
        setText(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => send(next), PAUSE);
      }}
      onKeyDown={(event) => event.key === "Enter" && send(text)}
    />
  );
}
