// Before the first paint: a theme that was chosen earlier. Without one the system's preference holds.
try {
  const theme = localStorage.getItem('theme');
  if (['light', 'dark', 'projector'].includes(theme)) document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows the system.
}

// A page within another one (`?embed=1`) shows its content alone.
if (new URLSearchParams(location.search).get('embed') === '1') document.documentElement.dataset.embed = '';
