export type EarlierText = { operation: string, at: string, differences: Array<string>, };
