/** An item code in the groups in which it is read aloud; copied, it is one word. */
export const ItemCodeText = ({ code }: { code: string }) => {
  const [, prefix, first, second, country] = /^([A-Z]{2})(\d{4})(\d{5})([A-Z]{2})$/.exec(code) ?? []
  if (!prefix) return <span class="bt-code">{code}</span>
  return (
    <span class="bt-code">
      {prefix} <b>{first}</b> <b>{second}</b> {country}
    </span>
  )
}
