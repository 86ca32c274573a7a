// Loads the page again when the server has another version of it.
(function () {
  'use strict';
  var known = null;
  function look() {
    fetch('/version', { cache: 'no-store' }).then(function (answer) { return answer.text(); }).then(function (version) {
      if (known !== null && version !== known) location.reload();
      known = version;
    }).catch(function () { /* The server has ended; it may come back. */ }).then(function () { setTimeout(look, 1000); });
  }
  look();
})();
