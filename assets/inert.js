/* One component that shows HTML written by the server's own renderer: see components/inert.py. */
(() => {
  const Inert = ({ tag, attributes, html }) =>
    window.React.createElement(tag, { ...attributes, dangerouslySetInnerHTML: { __html: html } });
  window.tilannekuva = { Inert };
})();
