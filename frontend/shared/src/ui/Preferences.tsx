import { useState } from "react";
import { useTranslation } from "react-i18next";
import { chooseLanguage, LANGUAGES, type Language } from "../i18n";
import { chooseTheme, currentTheme, type Theme } from "../theme/theme";
import { SelectField } from "./Field";

const THEMES = ["system", "light", "dark"] as const;

export function ThemeField() {
  const { t } = useTranslation("common");
  const [theme, setTheme] = useState<Theme>(currentTheme);
  return (
    <SelectField
      label={t("theme.label")}
      value={theme}
      onChange={(event) => {
        const chosen = event.target.value as Theme;
        setTheme(chosen);
        chooseTheme(chosen);
      }}
    >
      {THEMES.map((each) => (
        <option key={each} value={each}>
          {t(`theme.${each}`)}
        </option>
      ))}
    </SelectField>
  );
}

export function LanguageField() {
  const { t, i18n } = useTranslation("common");
  return (
    <SelectField
      label={t("language.label")}
      value={i18n.language}
      onChange={(event) => void chooseLanguage(event.target.value as Language)}
    >
      {LANGUAGES.map((language) => (
        <option key={language} value={language} lang={language}>
          {t(`language.${language}`)}
        </option>
      ))}
    </SelectField>
  );
}
