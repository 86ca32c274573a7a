// Loads the page again when the server has another version of it.
(function () {
  'use strict';
  // The page was served with its version in this script's address.
  var known = document.currentScript.src.split('?')[1];
  function look() {
    fetch('/version', { cache: 'no-store' }).then(function (answer) { return answer.text(); }).then(function (version) {
      if (version !== known) location.reload();
    }).catch(function () { /* The server has ended; it may come back. */ }).then(function () { setTimeout(look, 1000); });
  }
  look();
})();
