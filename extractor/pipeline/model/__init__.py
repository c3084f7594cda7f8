"""The trained model at run time: ONNX Runtime and numpy, no torch; not switched on yet."""
