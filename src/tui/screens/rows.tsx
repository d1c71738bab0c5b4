import { memo } from 'react';
import type { ReactElement } from 'react';
import { Box, Text } from 'ink';
import { fitRow } from '../text/row.ts';
import type { Row } from '../text/row.ts';
import { paintRow } from '../text/theme.ts';
import type { Theme } from '../text/theme.ts';

/** A block of rows of exactly `height`: one string a row, because Ink pays for every piece of text. */
export function Rows(props: {
  readonly rows: readonly Row[];
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}): ReactElement {
  const { rows, width, height, theme } = props;
  return (
    <Box flexDirection="column" width={width} height={height} overflow="hidden">
      {Array.from({ length: height }, (_, place) => (
        <PaintedRow key={place} text={paintRow(fitRow(rows[place] ?? [], width), theme)} />
      ))}
    </Box>
  );
}

const PaintedRow = memo(function PaintedRow({ text }: { readonly text: string }): ReactElement {
  return <Text wrap="truncate">{text}</Text>;
});
