/** The command was asked for something that does not exist or cannot be read; its message is for the person who asked. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
