"use client";

import { lazy, Suspense, type ComponentType, type ReactNode } from "react";

/** A part that is loaded when it is first shown: next/dynamic without its weight, which every reader would carry. */
export function whenShown<P extends object>(load: () => Promise<ComponentType<P>>, meanwhile: ReactNode = null): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() }));
  return function WhenShown(props: P) {
    return (
      <Suspense fallback={meanwhile}>
        <Part {...props} />
      </Suspense>
    );
  };
}
