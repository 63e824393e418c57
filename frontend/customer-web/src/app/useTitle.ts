import { useEffect } from "react";

/** The title of the page, in the tab and for search engines. */
export function useTitle(title: string | undefined) {
  useEffect(() => {
    if (title) {
      document.title = `${title} · Sagashop`;
    }
  }, [title]);
}
