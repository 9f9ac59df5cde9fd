// Menus that fold away, the picture preview, and the question before an act that cannot be undone.

/** Asks in a dialog; resolves to whether the person agreed. */
export function confirmed({ title, text }) {
  const dialog = document.getElementById('confirm')
  dialog.querySelector('[data-confirm-title]').textContent = title || '请确认'
  dialog.querySelector('[data-confirm-text]').textContent = text
  dialog.returnValue = 'no'
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true })
  })
}

function closeOthers(target) {
  for (const popup of document.querySelectorAll('details.popup[open]')) {
    const choosing = popup.contains(target) && !target.closest('.popup-list button')
    if (!choosing) popup.open = false
  }
}

function showPreview(address) {
  const dialog = document.getElementById('preview')
  dialog.querySelector('img').src = address
  dialog.showModal()
}

export function startPopups() {
  document.addEventListener('click', (event) => {
    closeOthers(event.target)
    const preview = event.target.closest('[data-preview]')
    if (preview) showPreview(preview.dataset.preview)
    if (event.target.closest('#preview')) document.getElementById('preview').close()
    if (event.target.closest('[data-confirm-yes]')) document.getElementById('confirm').close('yes')
    if (event.target.closest('[data-confirm-no]')) document.getElementById('confirm').close('no')
  })
}
