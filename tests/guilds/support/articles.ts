import type { UploadedFile } from "../../../src/guilds/uploads.ts";

export const file = (
  name: string,
  text: string,
  facts: Omit<UploadedFile, "name" | "bytes"> = {},
): UploadedFile => ({
  ...facts,
  name,
  bytes: new TextEncoder().encode(text),
});

/** An article that nobody prepared, about where a club meets. */
export const clubArticle = (place: string): string => `# Our club

## Where the Zorblax Guild meets

The Zorblax Guild (ZG) is a community of engineers. The ZG meets in ${place} on Mondays at seven.
`;

/** An article that introduces the same club without its abbreviation, and a trade of its own. */
export const CREW_ARTICLE = `# The crew

## Who is who

The Zorblax Guild is a community of engineers. A Lantern Keeper (LK) is an engineer who looks after the on-call rota.
`;

/** A document in the format of the knowledge folder. */
export const PREPARED = `---
title: Leave at our school
publisher: Our school
published: 2026-10-01
url: https://example.org/leave
---

## Parental leave

#### How long is parental leave for mentors of our school?

> - how many weeks can new parents who are mentors stay at home
>
> Topics: vacation

Sixteen weeks, fully paid.
`;

/** A document whose first snippet has no answer and whose second one has a topic that does not exist. */
export const BROKEN = `---
title: Leave
---

## Leave

#### How long is it?

> - how many weeks

#### Who pays?

> Topics: no-such-topic

The school.
`;
