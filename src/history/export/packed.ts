/** Text packed with gzip, piece by piece; the packing itself is done beside the event loop. */
export function gzipped(pieces: AsyncGenerator<string>): AsyncIterable<Uint8Array> {
  const source = new ReadableStream<string>({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
  return chunksOf(source.pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream('gzip')))
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
