// The one line on a page: <script src="https://HOST/chat.js" async></script>. Loads the launcher; the chat itself waits for a click.
(() => {
  const script = document.currentScript ?? document.querySelector('script[src*="/chat.js"]');
  if (!script || window.ChatLeads) return;
  const base = new URL('.', script.src);
  const ready = import(new URL('chat/launcher.js', base)).then(({ launch }) => launch(script.dataset, base));
  ready.catch((error) => console.error('ChatLeads could not start:', error));
  window.ChatLeads = {
    open: () => ready.then((launcher) => launcher.open()),
    close: () => ready.then((launcher) => launcher.close()),
  };
})();
