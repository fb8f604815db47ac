import { useState } from 'react';
import type { Output } from '../../../shared/contract/routes.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { fetched } from '../ui/fetched.tsx';
import { useToast } from '../ui/Toasts.tsx';

const MergePackage = fetched(async () => (await import('./MergePackage.tsx')).MergePackage);

type Offer = NonNullable<Output<'exchange.offered'>['offer']>;

/** Asks what to do with a package that was opened by a double click. */
export function PackageOffer() {
  const toast = useToast();
  const offer = useRequest('exchange.offered', {}).value?.offer ?? null;
  const decline = useMutation('exchange.decline', toast.fail);
  // Once merged nothing is offered any more; what it has brought is still to be read.
  const [merging, setMerging] = useState<Offer['preview']>(null);
  const preview = merging ?? offer?.preview ?? null;
  const onClose = async () => {
    await decline.run({});
    setMerging(null);
  };
  if (preview !== null) {
    return (
      <MergePackage
        preview={preview}
        onMerge={() => setMerging(preview)}
        onClose={() => void onClose()}
      />
    );
  }
  if (offer === null) return null;
  return (
    <Dialog open title="这个交换包不能用" onClose={() => void onClose()}>
      <p>{offer.fileName}</p>
      <p role="alert">{offer.problem}</p>
    </Dialog>
  );
}
