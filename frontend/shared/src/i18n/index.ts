import i18n from "i18next";
import { useCallback } from "react";
import { initReactI18next, useTranslation } from "react-i18next";
import { en } from "./en";

export type { en as commonWords } from "./en";
export type { Wording } from "./wording";

const KEY = "sagashop.language";
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The words of one app; those of the second language are loaded when somebody reads it. */
export interface AppWords {
  en: object;
  de: () => Promise<object>;
}

let words: AppWords | null = null;

export async function startI18n(own: AppWords): Promise<void> {
  words = own;
  await i18n.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    resources: { en: { common: en, app: own.en } },
    ns: ["app", "common"],
    defaultNS: "app",
    interpolation: { escapeValue: false },
    saveMissing: true,
    // Tests fail on whatever a page writes to the console.
    missingKeyHandler: (_languages, namespace, key) => {
      // biome-ignore lint/suspicious/noConsole: a missing word is a fault of the build
      console.error(`No words for ${namespace}:${key}`);
    },
  });
  const wanted = localStorage.getItem(KEY) ?? navigator.language.slice(0, 2);
  await speak(wanted === "de" ? "de" : "en");
}

/** More words of an app, for pages that are loaded later. */
export function addEnglish(more: object): void {
  i18n.addResourceBundle("en", "app", more, true);
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await speak(language);
}

async function speak(language: Language): Promise<void> {
  if (language === "de" && words && !i18n.hasResourceBundle("de", "common")) {
    const [{ de }, own] = await Promise.all([import("./de"), words.de()]);
    i18n.addResourceBundle("de", "common", de);
    i18n.addResourceBundle("de", "app", own);
  }
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Making a formatter costs a phone some twenty milliseconds, so each is made once. */
function once<Options, Format>(make: (language: string, options: Options) => Format) {
  const made = new Map<string, Format>();
  return (language: string, options: Options): Format => {
    const key = language + JSON.stringify(options);
    const format = made.get(key) ?? make(language, options);
    made.set(key, format);
    return format;
  };
}

const numbers = once(
  (language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
);
const moments = once(
  (language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
);

/** Numbers, amounts and moments as the reader's language writes them. */
export function useFormats() {
  const { i18n: current } = useTranslation();
  const language = current.language;
  const money = useCallback(
    (amount: number, currency = "USD") =>
      numbers(language, { style: "currency", currency }).format(amount),
    [language],
  );
  const number = useCallback(
    (value: number, options: Intl.NumberFormatOptions = {}) =>
      numbers(language, options).format(value),
    [language],
  );
  const moment = useCallback(
    (at: string | Date, style: "date" | "time" | "both" = "both") =>
      moments(language, {
        ...(style === "time" ? {} : { dateStyle: "medium" }),
        ...(style === "date" ? {} : { timeStyle: "short" }),
      }).format(instant(at)),
    [language],
  );
  return { language, money, number, moment };
}

/** Some answers carry local date-times without a zone; they are in UTC. */
export function instant(at: string | Date): Date {
  if (at instanceof Date) {
    return at;
  }
  return new Date(/(Z|[+-]\d\d:?\d\d)$/.test(at) ? at : `${at}Z`);
}
