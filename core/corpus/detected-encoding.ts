export interface DetectedEncoding {
  /** As `encodingNamed` names it. */
  readonly encoding: string;
  /** 0 to 1; 1 when a byte-order mark says so. */
  readonly confidence: number;
  /** Bytes of the byte-order mark. */
  readonly bomLength: number;
}
