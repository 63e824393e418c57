// Before the first paint, so that a chosen theme does not flash; src/theme of the shared package writes it.
{
  const theme = localStorage.getItem("sagashop.theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
}
