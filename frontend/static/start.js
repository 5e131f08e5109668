// Runs before the first paint: the theme must be set before anything is drawn, and a first visit to
// an address without a language of its own goes to the reader's language at once.
(function () {
  var root = document.documentElement;
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var dark = matchMedia('(prefers-color-scheme: dark)').matches;
  root.setAttribute('data-kern-theme', stored('kb-theme') || (dark ? 'dark' : 'light'));

  var path = location.pathname;
  if (path !== '/' && path !== '/passwort' && path.indexOf('/problems/') !== 0) return;
  var known = (navigator.languages || [navigator.language]).map(function (tag) {
    return tag.slice(0, 2).toLowerCase();
  });
  var first = known.filter(function (tag) {
    return tag === 'de' || tag === 'en';
  })[0];
  if ((stored('kb-language') || first || 'en') === 'de') return;
  location.replace('/en' + (path === '/' ? '' : path) + location.search + location.hash);
})();
