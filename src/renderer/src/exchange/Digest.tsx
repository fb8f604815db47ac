/** The package's SHA-256 in groups of four, so that two people can read it to each other. */
export function Digest({ digest }: { digest: string }) {
  return (
    <div className="package-digest">
      <span>校验码</span>
      <code className="num">{digest.match(/.{4}/gu)?.join(' ')}</code>
      <span className="quiet">与对方的一致，即一字未改。</span>
    </div>
  );
}
