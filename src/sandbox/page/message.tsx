/** One message as it stands in the conversation, with the time above it where a new stretch begins. */
import { createHash } from 'node:crypto'
import { raw } from 'hono/html'
import type { CampusChat, SandboxMessage } from '../model.ts'
import { Avatar, BotAvatar } from './avatar.tsx'
import { CardView } from './card/card.tsx'
import type { Drawn } from './card/drawing.ts'
import { isPart, type Part, parsePart, stringOf } from './card/part.ts'
import { escapeHtml, safeLink } from './escape.ts'
import { inlineMarkdown, type NameOf } from './markdown-inline.ts'
import { separatorTime } from './when.ts'

const stretchMs = 10 * 60_000

export interface MessageProps {
  readonly chat: CampusChat
  readonly message: SandboxMessage
  /** The message above; decides whether the time is shown. */
  readonly before: SandboxMessage | undefined
  readonly nameOf: NameOf
}

export function MessageView({ chat, message, before, nameOf }: MessageProps): Drawn {
  const separated = before === undefined || message.createdAt - before.createdAt > stretchMs
  return (
    <article
      id={`m-${message.messageId}`}
      class={`message from-${message.from} is-${message.type}`}
      data-message={message.messageId}
      data-version={versionOf(message)}
    >
      {separated && <time class="separator">{separatorTime(message.createdAt)}</time>}
      {message.recalled ? (
        <div class="recalled">{message.from === 'bot' ? '目标管理助手' : '你'}撤回了一条消息</div>
      ) : (
        <div class="message-row">
          {message.from === 'bot' ? <BotAvatar /> : <Avatar name={nameOf(message.openId) ?? '我'} />}
          <div class="message-content">
            <Content chat={chat} message={message} nameOf={nameOf} />
          </div>
        </div>
      )}
    </article>
  )
}

/** Changes exactly when the message looks different, so that an unchanged form is never drawn anew. */
const versionOf = (message: SandboxMessage): string =>
  createHash('sha256').update(`${message.recalled}${message.content}`).digest('base64url').slice(0, 12)

function Content({ chat, message, nameOf }: Omit<MessageProps, 'before'>): Drawn {
  const content = parsePart(message.content) ?? {}
  switch (message.type) {
    case 'text':
      return <TextBubble text={stringOf(content, 'text') ?? ''} nameOf={nameOf} />
    case 'post':
      return <PostBubble content={isPart(content.zh_cn) ? content.zh_cn : content} nameOf={nameOf} />
    case 'interactive':
      return <CardView content={message.content} nameOf={nameOf} />
    case 'image':
      return <ImageBubble imageKey={stringOf(content, 'image_key') ?? ''} />
    case 'file':
      return <FileBubble chat={chat} content={content} />
  }
}

/** Text is shown as it was typed; only addresses become links, and the platform's own mentions names. */
function TextBubble({ text, nameOf }: { text: string; nameOf: NameOf }): Drawn {
  const pieces = text.split(/(https?:\/\/[\w\-./?%&=#:~+,;@]+|<at user_id="[\w-]+">[^<]*<\/at>)/g)
  return (
    <div class="bubble">
      {pieces.map((piece) => {
        const at = /^<at user_id="([\w-]+)">([^<]*)<\/at>$/.exec(piece)
        if (at !== null) return <span class="mention">@{nameOf(at[1] ?? '') ?? at[2]}</span>
        return safeLink(piece) === undefined ? piece : <ExternalLink url={piece} words={piece} />
      })}
    </div>
  )
}

const ExternalLink = ({ url, words }: { url: string; words: string }): Drawn => (
  <a href={url} target="_blank" rel="noopener noreferrer">
    {words}
  </a>
)

function PostBubble({ content, nameOf }: { content: Part; nameOf: NameOf }): Drawn {
  const lines = Array.isArray(content.content) ? content.content : []
  const html = lines.map(
    (line) => `<div>${postLine(Array.isArray(line) ? line.filter(isPart) : [], nameOf)}</div>`,
  )
  return (
    <div class="bubble">
      {stringOf(content, 'title') && <strong>{stringOf(content, 'title')}</strong>}
      {raw(html.join(''))}
    </div>
  )
}

const postLine = (parts: readonly Part[], nameOf: NameOf): string =>
  parts
    .map((part) => {
      const text = stringOf(part, 'text') ?? ''
      switch (part.tag) {
        case 'a':
          return inlineMarkdown(`[${text}](${stringOf(part, 'href') ?? ''})`, nameOf)
        case 'at':
          return `<span class="mention">@${escapeHtml(nameOf(stringOf(part, 'user_id') ?? '') ?? '未知用户')}</span>`
        case 'md':
          return inlineMarkdown(text, nameOf)
        default:
          return escapeHtml(text)
      }
    })
    .join('')

const ImageBubble = ({ imageKey }: { imageKey: string }): Drawn => (
  <button type="button" class="image-bubble" data-preview={`/files/${encodeURIComponent(imageKey)}`}>
    <img src={`/files/${encodeURIComponent(imageKey)}`} alt="图片" />
  </button>
)

function FileBubble({ chat, content }: { chat: CampusChat; content: Part }): Drawn {
  const key = stringOf(content, 'file_key') ?? ''
  const name = stringOf(content, 'file_name') ?? chat.file(key)?.name ?? '文件'
  const size = chat.file(key)?.bytes.length
  return (
    <a class="file-bubble" href={`/files/${encodeURIComponent(key)}`} download={name}>
      <span class={`file-icon file-${extensionOf(name)}`}>
        {extensionOf(name).slice(0, 4).toUpperCase() || '…'}
      </span>
      <span class="file-words">
        <span class="file-name">{name}</span>
        <span class="file-size">{size === undefined ? '文件已不在' : `${sizeText(size)} · 点击下载`}</span>
      </span>
    </a>
  )
}

const extensionOf = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

const sizeText = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`
