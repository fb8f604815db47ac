import type { ReactNode } from 'react';
import { useRequest } from '../bridge/useRequest.ts';
import { PackageOffer } from '../exchange/PackageOffer.tsx';
import { Rescue } from './Rescue.tsx';
import { RestoreOffer } from './RestoreOffer.tsx';

/** Shows the app, or the way back to a good library where the file cannot be used. */
export function RescueGate({ children }: { children: ReactNode }) {
  const trouble = useRequest('library.trouble', {}).value?.trouble ?? null;
  return (
    <>
      {trouble === null ? children : <Rescue trouble={trouble} />}
      {trouble === null && <PackageOffer />}
      <RestoreOffer />
    </>
  );
}
