// Runs before the first paint, so that a remembered theme does not flash. A file of its own: the page allows no inline script.
try {
  var theme = localStorage.getItem('foedus-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch (error) {
  // Storage is closed to us: the system's theme holds.
}
