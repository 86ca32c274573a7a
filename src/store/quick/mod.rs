//! The quick way through a file: the YAML that plans are nearly always written in, straight into the model. It understands a
//! part of YAML only, and says so where a text goes beyond it; what it does understand it understands as the parser does.

mod node;
mod reader;
mod scalar;
#[cfg(test)]
mod tests;
mod text;

pub(super) use node::quick;
