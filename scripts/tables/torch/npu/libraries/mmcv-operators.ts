import { readFacts } from '../../../facts';

/** Operators of mmcv that the vendor's table says have no kernel on the NPU, by the names under which mmcv.ops has them. */
export function mmcvWithoutKernel(): string[] {
  interface Row {
    readonly 算子名称: string;
    readonly 昇腾设备: string;
  }
  const names: Readonly<Record<string, readonly string[]>> = {
    AssignScoreWithK: ['assign_score_withk'],
    BorderAlign: ['border_align', 'BorderAlign'],
    BoxIouQuadri: ['box_iou_quadri'],
    CARAFE: ['carafe', 'CARAFE', 'CARAFEPack', 'carafe_naive', 'CARAFENaive'],
    CrissCrossAttention: ['CrissCrossAttention'],
    ContourExpand: ['contour_expand'],
    ConvexIoU: ['convex_iou', 'convex_giou'],
    CornerPool: ['CornerPool'],
    Correlation: ['Correlation'],
    MergeCells: ['ConcatCell', 'GlobalPoolingCell', 'SumCell'],
    MinAreaPolygon: ['min_area_polygons'],
    NMSQuadri: ['nms_quadri'],
    PixelGroup: ['pixel_group'],
    RoIAlignRotated: ['roi_align_rotated', 'RoIAlignRotated'],
    RiRoIAlignRotated: ['riroi_align_rotated', 'RiRoIAlignRotated'],
    RoIAwarePool3d: ['RoIAwarePool3d'],
    SAConv2d: ['SAConv2d'],
    SoftNMS: ['soft_nms'],
    'Sparse Convolution': ['SparseConv2d', 'SparseConv3d', 'SubMConv2d', 'SubMConv3d', 'SparseConvTensor'],
    'Synchronized BatchNorm': ['SyncBatchNorm'],
    TINShift: ['tin_shift', 'TINShift'],
    PrRoIPool: ['prroi_pool', 'PrRoIPool'],
    BezierAlign: ['bezier_align', 'BezierAlign'],
  };
  const rows = readFacts('ascend/third-party.json').feature_tables.昇腾支持的MMCV算子列表 as Row[];
  return rows
    .filter((row) => row.昇腾设备 === '-')
    .flatMap((row) => {
      const listed = names[row.算子名称];
      if (listed === undefined) throw new Error(`mmcv.ops: what is ${row.算子名称} called?`);
      return listed.map((name) => `mmcv.ops.${name}`);
    });
}
