/* Shows what a chosen picture will look like before it is sent: upright, the middle of it cut to 4:3. */

async function preview(box, file) {
  const canvas = box.querySelector("canvas");
  const before = box.querySelector("img, .picture-input__none");
  let picture = null;
  try {
    picture = file && (await createImageBitmap(file));
  } catch {
    // No picture: the server says so in words.
  }
  canvas.hidden = !picture;
  if (before) before.hidden = Boolean(picture);
  if (!picture) return;
  const width = Math.min(picture.width, (picture.height * 4) / 3);
  const height = (width * 3) / 4;
  const left = (picture.width - width) / 2;
  const top = (picture.height - height) / 2;
  canvas.getContext("2d").drawImage(picture, left, top, width, height, 0, 0, canvas.width, canvas.height);
  picture.close();
}

for (const box of document.querySelectorAll(".picture-input")) {
  const input = box.querySelector("input[type=file]");
  input.addEventListener("change", () => { void preview(box, input.files[0]); });
}
